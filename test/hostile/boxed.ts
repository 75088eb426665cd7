/** Elements, in boxes that no style sheet can reach. */
export const boxed = (markup: string): string =>
  markup.replace(
    /<\w+-.*>/g,
    '<div style="display: block !important; width: 240px !important; margin: 0 !important; padding: 0 !important; border: 0 !important">$&</div>',
  );

/** What a publisher sets whose page has no fonts that are fit to read. */
export const tokens = `:root { --news-font: sans-serif; --news-font-size: 16px; --news-line-height: 1.5;
  --news-font-headline: sans-serif; --news-font-label: sans-serif }`;
