// In the preview: tells the builder around it what became of each element.

const tell = (event) => {
  const { localName: tag } = event.target;
  parent.postMessage({ tag, code: event.code ?? '' }, '*');
};
for (const type of ['news-load', 'news-error']) document.addEventListener(type, tell, true);
