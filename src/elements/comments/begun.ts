/**
 * What a reader began to write in a discussion and has not sent: ids of the comments that are answered, and the empty
 * one for the story itself. `CommentFormPanel` keeps its drafts in these places.
 * @param about API and story
 */
export function begun(about: string): ReadonlySet<string> {
  const place = `news-draft ${about}`;
  try {
    return new Set(
      Object.keys(localStorage).flatMap((key) =>
        key === place ? '' : key.startsWith(`${place} `) ? key.slice(place.length + 1) : [],
      ),
    );
  } catch {
    // Storage is denied: nothing is kept.
    return new Set();
  }
}
