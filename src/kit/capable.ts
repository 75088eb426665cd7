/** Chrome 125, Firefox 128, Safari 17.5. Below, nothing is defined and the publisher's own content stays. */
export const capable = (): boolean => CSS.supports('(color: light-dark(red, red)) and selector(:state(x))');
