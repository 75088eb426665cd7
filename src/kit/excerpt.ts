/** The text, cut after a whole word where it has more characters than that. */
export const excerpt = (text: string, length: number | undefined): string =>
  length && text.length > length ? `${text.slice(0, length + 1).replace(/[\s\p{P}]+\S*$/u, '')} …` : text;
