type Address = (url: string, text: string) => string;

/** Where each network takes a story that a reader passes on. Both values come percent-encoded. */
export const addresses: Readonly<Record<string, Address>> = {
  email: (url, text) => `mailto:?subject=${text}&body=${url}`,
  facebook: (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  x: (url, text) => `https://x.com/intent/post?url=${url}&text=${text}`,
  bluesky: (url, text) => `https://bsky.app/intent/compose?text=${text}%20${url}`,
  threads: (url, text) => `https://www.threads.com/intent/post?url=${url}&text=${text}`,
  whatsapp: (url, text) => `https://wa.me/?text=${text}%20${url}`,
  telegram: (url, text) => `https://t.me/share/url?url=${url}&text=${text}`,
  linkedin: (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  reddit: (url, text) => `https://www.reddit.com/submit?url=${url}&title=${text}`,
};
