import 'standfirst/define/article-card';
import type {} from 'standfirst/types/solid';
import type { Story } from 'standfirst';

export function Cards(props: { story: Story; tell: (address: string) => void }) {
  return (
    <>
      <news-article-card
        data={props.story}
        heading-level="2"
        on:news-navigate={(event) => {
          event.preventDefault();
          props.tell(event.url);
        }}
      />
      <news-article-card headline="By hand" href="/by-hand" />
    </>
  );
}
