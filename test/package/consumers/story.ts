import type { Story } from 'standfirst';

export const story: Story = {
  id: '12',
  url: 'https://example.org/sound',
  headline: 'Four nations close the Sound',
};

export const tell = (address: string): void => {
  const told = document.createElement('output');
  told.textContent = `A reader goes to ${address}`;
  document.body.append(told);
};
