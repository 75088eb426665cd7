import 'standfirst/define/article-card';
import type {} from 'standfirst/types/preact';
import type { Story } from 'standfirst';

export function Cards({ story, tell }: { story: Story; tell: (address: string) => void }) {
  return (
    <>
      <news-article-card
        data={story}
        heading-level="2"
        onnews-navigate={(event) => {
          event.preventDefault();
          tell(event.url);
        }}
      />
      <news-article-card headline="By hand" href="/by-hand" />
    </>
  );
}
