/** A picture that does not come leaves no hole; the next one in its place shows. */
export function showPicture({ target, type }: Event): void {
  const image = target as HTMLImageElement;
  image.hidden = type === 'error';
  // What is hidden never comes near the view.
  if (image.hidden) image.loading = 'eager';
}
