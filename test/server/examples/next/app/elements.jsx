'use client';
import 'standfirst/hydrate'; // first
import 'standfirst/define/article-card';

export const Elements = () => null;
