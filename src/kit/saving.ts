/** Whether the reader has asked their browser to save data; those that have no such wish say nothing. */
export const savesData = (): boolean | undefined =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
