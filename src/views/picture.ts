/** A picture that does not come leaves no hole; the next one in its place shows. Heard for all pictures of a root. */
export const pictures = {
  capture: true,
  handleEvent({ currentTarget, target, type }: Event): void {
    const image = target as HTMLImageElement;
    // Those in slots are the page's.
    if ((currentTarget as Element).contains(image)) {
      image.hidden = type === 'error';
      // What is hidden never comes near the view.
      if (image.hidden) image.loading = 'eager';
    }
  },
};
