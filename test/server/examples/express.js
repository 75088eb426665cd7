import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import express from 'express';
import { renderPage } from 'standfirst/server';

/** The same, as a stream: readers have the head of the page while the content API is being asked. */
export const site = (page, options) =>
  express().get('/', (_request, response) => {
    response.type('html');
    Readable.fromWeb(renderPage(createReadStream(page), options)).pipe(response);
  });
