/** The newspaper's own words, for pages in English and in Urdu. */
export interface Words {
  /** BCP 47 tag of the page. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly nameplate: string;
  readonly motto: string;
  readonly sections: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly skip: string;
  readonly sectionsTitle: string;
  readonly by: string;
  readonly writtenBy: string;
  readonly live: string;
  readonly updated: string;
  readonly subscribers: string;
  readonly correction: string;
  readonly tags: string;
  readonly elsewhere: string;
  readonly atLength: string;
  readonly related: string;
  readonly connect: string;
  readonly looking: string;
  readonly search: string;
  readonly newsletter: string;
  readonly feed: string;
  readonly share: string;
  readonly discussion: (count: number) => string;
  readonly noComments: string;
  readonly commentsAway: string;
  readonly inReplyTo: (name: string) => string;
  readonly removed: string;
  readonly posted: string;
  readonly held: string;
  readonly readFirst: string;
  readonly reply: string;
  readonly note: string;
  readonly comment: string;
  readonly name: string;
  readonly email: string;
  readonly website: string;
  readonly send: string;
  readonly details: string;
  readonly closed: string;
  readonly about: string;
  readonly letters: string;
  readonly privacy: string;
  readonly builder: string;
  readonly rights: string;
  readonly holder: string;
}

const en: Words = {
  lang: 'en-GB',
  dir: 'ltr',
  nameplate: 'The Harbour Courier',
  motto: 'Printed on the east quay since 1871',
  sections: { world: 'World', city: 'City', science: 'Science', culture: 'Culture', sport: 'Sport' },
  labels: {
    opinion: 'Opinion',
    analysis: 'Analysis',
    review: 'Review',
    explainer: 'Explainer',
    interview: 'Interview',
    'fact-check': 'Fact check',
    sponsored: 'Sponsored',
  },
  skip: 'Skip to the story',
  sectionsTitle: 'Sections',
  by: 'By',
  writtenBy: 'Written by',
  live: 'Live',
  updated: 'Updated',
  subscribers: 'Subscribers only',
  correction: 'Correction',
  tags: 'Filed under',
  elsewhere: 'Elsewhere in the Courier',
  atLength: 'At length',
  related: 'Related stories',
  connect: 'Connect with us',
  looking: 'Hi, what are you looking for?',
  search: 'Search',
  newsletter: 'The morning letter',
  feed: 'New stories as a feed',
  share: 'Share this story',
  discussion: (count) => (count === 0 ? 'Comments' : count === 1 ? '1 comment' : `${count} comments`),
  noComments: 'Nobody has commented yet.',
  commentsAway: 'The comments cannot be shown at the moment.',
  inReplyTo: (name) => `in reply to ${name}`,
  removed: 'This comment was removed.',
  posted: 'Thank you. Your comment is posted.',
  held: 'Thank you. Your comment waits for approval.',
  readFirst: 'Comments on this story are read by an editor before they appear.',
  reply: 'Leave a reply',
  note: 'Your e-mail address will not be published. Required fields are marked *',
  comment: 'Comment',
  name: 'Name',
  email: 'E-mail',
  website: 'Website (optional)',
  send: 'Post comment',
  details: 'How we use your details',
  closed: 'Comments are closed.',
  about: 'The Courier appears six mornings a week, and on Sundays when there is a reason.',
  letters: 'Write to the desk',
  privacy: 'Privacy',
  builder: 'Our stories on your page',
  rights: 'Copyright © 2021 The Harbour Courier, Port Alder',
  holder: 'The Harbour Courier, Port Alder',
};

const ur: Words = {
  lang: 'ur',
  dir: 'rtl',
  nameplate: 'دی ہاربر کوریئر',
  motto: '۱۸۷۱ سے مشرقی گھاٹ پر طبع ہوتا ہے',
  sections: { world: 'دنیا', city: 'شہر', science: 'سائنس', culture: 'ثقافت', sport: 'کھیل' },
  labels: {
    opinion: 'رائے',
    analysis: 'تجزیہ',
    review: 'تبصرہ',
    explainer: 'وضاحت',
    interview: 'گفتگو',
    'fact-check': 'حقائق کی جانچ',
    sponsored: 'اشتہار',
  },
  skip: 'سیدھے خبر پر جائیں',
  sectionsTitle: 'صفحات',
  by: 'از',
  writtenBy: 'تحریر',
  live: 'براہِ راست',
  updated: 'تازہ کاری',
  subscribers: 'صرف خریداروں کے لیے',
  correction: 'تصحیح',
  tags: 'موضوعات',
  elsewhere: 'کوریئر کے دوسرے صفحات سے',
  atLength: 'تفصیل سے',
  related: 'متعلقہ خبریں',
  connect: 'ہم سے جڑے رہیے',
  looking: 'جی، آپ کیا تلاش کر رہے ہیں؟',
  search: 'تلاش',
  newsletter: 'صبح کا خط',
  feed: 'نئی خبریں بطور فیڈ',
  share: 'یہ خبر آگے بھیجیے',
  discussion: (count) => (count === 0 ? 'تبصرے' : count === 1 ? 'ایک تبصرہ' : `${count} تبصرے`),
  noComments: 'ابھی تک کوئی تبصرہ نہیں آیا۔',
  commentsAway: 'تبصرے اس وقت دکھائے نہیں جا سکتے۔',
  inReplyTo: (name) => `${name} کے جواب میں`,
  removed: 'یہ تبصرہ ہٹا دیا گیا ہے۔',
  posted: 'شکریہ۔ آپ کا تبصرہ شائع ہو گیا ہے۔',
  held: 'شکریہ۔ آپ کا تبصرہ منظوری کا منتظر ہے۔',
  readFirst: 'اس تحریر پر تبصرے شائع ہونے سے پہلے مدیر کی نظر سے گزرتے ہیں۔',
  reply: 'اپنی رائے دیجیے',
  note: 'آپ کا ای میل پتا شائع نہیں کیا جائے گا۔ جن خانوں پر * کا نشان ہے وہ ضروری ہیں۔',
  comment: 'تبصرہ',
  name: 'نام',
  email: 'ای میل',
  website: 'ویب سائٹ (اختیاری)',
  send: 'تبصرہ بھیجیے',
  details: 'ہم آپ کی معلومات کا کیا کرتے ہیں',
  closed: 'تبصروں کا سلسلہ بند ہو چکا ہے۔',
  about: 'کوریئر ہفتے میں چھ صبح شائع ہوتا ہے، اور اتوار کو تب جب کوئی وجہ ہو۔',
  letters: 'ادارتی میز کو لکھیے',
  privacy: 'رازداری',
  builder: 'ہماری خبریں آپ کے صفحے پر',
  rights: 'جملہ حقوق © ۲۰۲۱ دی ہاربر کوریئر، پورٹ آلڈر',
  holder: 'دی ہاربر کوریئر، پورٹ آلڈر',
};

/** The words of a page in a story's language. */
export const wordsIn = (lang: string | undefined): Words => (lang === 'ur' ? ur : en);
