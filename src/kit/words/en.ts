// One constant for each kind of element, so that a page pays only for the words that it can show.

export const statusWords = {
  failed: 'This could not be loaded.',
  retry: 'Try again',
  offline: 'You are offline: this is how it was at {time}.',
  stale: 'Not up to date: this is how it was at {time}.',
} as const;

export const storyWords = {
  by: 'By',
  live: 'Live',
  subscribersOnly: 'Subscribers only',
  readingTime: '{n} minute read',
  comments: { one: '{n} comment', other: '{n} comments' },
  opinion: 'Opinion',
  analysis: 'Analysis',
  review: 'Review',
  explainer: 'Explainer',
  interview: 'Interview',
  'fact-check': 'Fact check',
  sponsored: 'Sponsored',
} as const;

export const bylineWords = {
  by: 'By',
  writtenBy: 'Written by',
} as const;

export const listWords = {
  related: 'Related stories',
  latest: 'Latest stories',
  stories: 'More stories',
  more: 'Show more stories',
} as const;

export const moreWords = {
  added: { one: '{n} more story', other: '{n} more stories' },
  noMore: 'There are no more stories.',
} as const;

export const formWords = {
  heading: 'Leave a reply',
  note: 'Your e-mail address will not be published. Required fields are marked *',
  name: 'Name',
  email: 'E-mail',
  website: 'Website',
  optional: 'optional',
  text: 'Comment',
  remember: 'Remember my name, e-mail address and website in this browser for my next comment.',
  privacy: 'How we use your details',
  send: 'Post comment',
  replyTo: 'Reply to {name}',
  cancel: 'Cancel',
  trap: 'Leave this field empty.',
  draft: 'We have kept the comment that you began.',
  later: 'Your comment could not be sent. It is still here: try again in a moment.',
  closed: 'Comments are closed.',
  'sign-in': 'Sign in to comment.',
} as const;

// For what happens once a reader writes; loaded then.
export const sendingWords = {
  sending: 'Sending …',
  again: 'Try again',
  posted: 'Thank you. Your comment is posted.',
  held: 'Thank you. Your comment waits for approval.',
  arrived: 'Thank you. Your comment has arrived.',
  see: 'See your comment',
  another: 'Write another comment',
  errors: { one: 'One thing to correct:', other: '{n} things to correct:' },
  nameMissing: 'Enter your name.',
  nameLong: 'Use a name of at most {n} characters.',
  emailMissing: 'Enter your e-mail address.',
  emailWrong: 'Enter an e-mail address such as name@example.org.',
  websiteWrong: 'Enter a web address such as https://example.org, or leave the field empty.',
  textMissing: 'Write your comment.',
  textLong: 'Your comment is {over} characters too long.',
  // Why a comment was not taken, by reason.
  duplicate: 'You have already sent this comment.',
  'too-fast': 'You are sending comments too quickly. This one is kept here and will be sent by itself.',
  closed: 'Comments are closed.',
  'sign-in': 'Sign in to comment.',
  'no-comments': 'Comments cannot be sent from this page.',
  spam: 'This was taken for spam and was not posted. Change it, or write to the editors.',
  'parent-gone': 'The comment that you answer is no longer there.',
  refused: 'The comment was not accepted: {reason}',
  offlineComment:
    'You are offline. Your comment is kept here and will be sent by itself when you are connected again.',
  unreachable: 'Your comment could not be sent yet. It is kept here and will be sent by itself.',
  // The page itself has held it back.
  heldBack: 'Your comment was not sent. It is still here.',
  // The browser keeps nothing.
  unkept: 'Your comment could not be sent yet. Keep this page open: it will be sent by itself.',
  // What was sent before still waits; or was under way when its words were changed.
  waits:
    'Your comment has not been sent yet. It is kept here and will be sent by itself when you are connected again.',
  earlier: 'Your comment had been sent before you changed it.',
  // It has to be posted on the site's own page.
  elsewhere:
    'Your comment has not been sent: the site takes it only on its own page. Try again to go there with it.',
  leaving: 'The site takes comments only on its own page. You are taken there with yours …',
  away: 'You took this comment to the site’s own page. It is kept here until you say that it has arrived there.',
  hasArrived: 'It has arrived',
  // The page's own policy lets no form go there.
  barred:
    'This page cannot take your comment to the site’s own page. It is kept here: copy it, and leave it there yourself.',
  storyPage: 'The story on its own page',
} as const;

export const articleWords = {
  updated: 'Updated {time}',
  old: { one: 'This article is more than {n} year old.', other: 'This article is more than {n} years old.' },
  correction: 'Correction',
  tags: 'More on',
} as const;

// For the body, which comes in a chunk of its own.
export const bodyWords = {
  table: 'Table',
  embed: 'This comes from {host}. It is loaded only if you ask for it.',
  load: 'Load from {host}',
} as const;

export const discussionWords = {
  discussion: 'Comments',
  comments: { one: '{n} comment', other: '{n} comments' },
  open: 'Click to comment',
  goOn: 'Go on with your comment',
  closed: 'Comments are closed.',
  'sign-in': 'Sign in to comment.',
  order: 'Order',
  newest: 'Newest first',
  oldest: 'Oldest first',
  newComments: { one: '{n} new comment', other: '{n} new comments' },
  moreComments: 'More comments',
  nobody: 'Anonymous',
  inReplyTo: 'in reply to {name}',
  removed: 'This comment was removed.',
  inModeration: 'This comment waits for approval.',
  reply: 'Reply',
  toWhom: 'to {name}',
  goOnReply: 'Go on with your reply',
  report: 'Report',
  reportWhat: 'the comment of {name}',
} as const;

// For what happens in a discussion after it was first shown; loaded then.
export const discussionLaterWords = {
  moreCame: { one: '{n} more comment', other: '{n} more comments' },
  noMoreComments: 'There are no more comments.',
  unknownComment: 'This comment is not there any more.',
} as const;

export const reportWords = {
  reportSure: 'Tell the moderators about this comment?',
  reportSend: 'Yes, tell them',
  reportCancel: 'Cancel',
  reported: 'Thank you. The moderators will look at this comment.',
  reportFailed: 'The moderators could not be told. Try again in a moment.',
} as const;

export const countWords = {
  none: 'Click to comment',
  comments: { one: '{n} comment', other: '{n} comments' },
  some: 'Comments',
  about: 'on',
} as const;

export const searchWords = {
  looking: 'Hi, what are you looking for?',
  search: 'Search',
  close: 'Close',
  searching: 'Searching …',
} as const;

// For what a search finds; loaded once a reader types.
export const foundWords = {
  found: { one: '{n} story for “{words}”', other: '{n} stories for “{words}”' },
  foundFirst: { one: 'The first story for “{words}”', other: 'The first {n} stories for “{words}”' },
  notFound: 'Nothing was found for “{words}”. Try fewer words, or others.',
  unanswered: 'The search could not be answered.',
  disconnected: 'You are offline: the search needs a connection.',
  moreResults: 'More results',
  allResults: 'All results',
} as const;

export const followWords = {
  connect: 'Connect with us',
  on: '{name} on {network}',
  rss: 'RSS',
  newsletter: 'Newsletter',
  email: 'E-mail',
  app: 'App',
  // The same with the publisher's name.
  rssOf: '{name} RSS feed',
  newsletterOf: '{name} newsletter',
  emailOf: 'E-mail {name}',
  appOf: '{name} app',
} as const;

export const shareWords = {
  share: 'Share',
  sheet: 'Share with …',
  copy: 'Copy link',
  email: 'E-mail',
  print: 'Print',
  copied: 'The link is copied.',
  address: 'Copy this link:',
} as const;

export const copyrightWords = {
  line: 'Copyright © {years} {holder}',
} as const;
