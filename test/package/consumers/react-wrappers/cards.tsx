import type { Story } from 'standfirst';
import { NewsArticleCard } from 'standfirst/react';

export function Cards({ story, tell }: { story: Story; tell: (address: string) => void }) {
  return (
    <>
      <NewsArticleCard
        data={story}
        headingLevel={2}
        onNewsNavigate={(event) => {
          event.preventDefault();
          tell(event.url);
        }}
      />
      <NewsArticleCard headline="By hand" href="/by-hand" />
    </>
  );
}
