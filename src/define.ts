// Registers every element. The provider comes first, so that it is there when the others ask for it.
import './elements/provider/define.js';
import './elements/article/define.js';
import './elements/article-card/define.js';
import './elements/byline/define.js';
import './elements/comment-count/define.js';
import './elements/comment-form/define.js';
import './elements/comments/define.js';
import './elements/copyright/define.js';
import './elements/follow/define.js';
import './elements/pull-quote/define.js';
import './elements/related-stories/define.js';
import './elements/search/define.js';
import './elements/share/define.js';
