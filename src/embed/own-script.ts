/** An address without its query, or only its last part. */
const path = ({ origin, pathname }: URL): string => origin + pathname;
const file = ({ pathname }: URL): string => pathname.replace(/.*\//, '');

/**
 * The tag that loaded a module: `document.currentScript` is null in modules. A CDN may have led from `standfirst@1/…` to
 * `standfirst@1.2.3/…`, which the tag does not tell: then the file's name has to do.
 * @param url the module's own address
 */
export function ownScript(url: string): HTMLScriptElement | undefined {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[type=module][src]')];
  const by = (part: (url: URL) => string): HTMLScriptElement | undefined =>
    scripts.find(({ src }) => URL.canParse(src) && part(new URL(src)) === part(new URL(url)));
  return scripts.find(({ src }) => src === url) ?? by(path) ?? by(file);
}
