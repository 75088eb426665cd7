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
  draft: 'We have kept the comment that you began.',
  later: 'Your comment could not be sent. It is kept here: try again in a moment.',
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
  'too-fast': 'You are sending comments too quickly. Wait a little, then try again.',
  closed: 'Comments are closed.',
  'sign-in': 'Sign in to comment.',
  'no-comments': 'Comments cannot be sent from this page.',
  spam: 'This was taken for spam and was not posted. Change it, or write to the editors.',
  'parent-gone': 'The comment that you answer is no longer there.',
  refused: 'The comment was not accepted: {reason}',
  offline: 'You are offline. Your comment is kept here: send it when you are connected again.',
  unreachable: 'Your comment could not be sent. It is kept here: try again in a moment.',
} as const;

export const articleWords = {
  by: 'By',
  updated: 'Updated',
  correction: 'Correction',
  tags: 'More on',
} as const;

export const discussionWords = {
  open: 'Click to comment',
} as const;

export const countWords = {
  none: 'Click to comment',
  comments: { one: '{n} comment', other: '{n} comments' },
} as const;

export const searchWords = {
  label: 'Hi, what are you looking for?',
} as const;

export const followWords = {
  label: 'Connect with us',
} as const;

export const shareWords = {
  label: 'Share',
} as const;

export const copyrightWords = {
  line: 'Copyright © {years} {holder}',
} as const;
