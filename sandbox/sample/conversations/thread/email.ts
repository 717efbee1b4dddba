import { escapeHtml } from '../../../html/escape-html.ts';
import type { Author } from '../../../model/conversations.ts';
import type { Random } from '../../../store/random.ts';

/** The message that a mail answers. */
export interface Quoted {
  readonly author: Author;
  readonly body: string;
}

/** A customer's mail: programs wrap, sign and quote, and leave things in it that nobody is to see. */
export function emailed(random: Random, html: string, author: Author, quoted?: Quoted): string {
  const name = escapeHtml(author.name ?? author.email);
  const quote = quoted === undefined ? '' : quoteOf(quoted);
  switch (random.between(0, 7)) {
    case 0:
      return `<div dir="ltr">${html.replaceAll('<p>', '<div>').replaceAll('</p>', '</div><div><br></div>')}</div>${quote}`;
    case 1:
      return `<div style="display:none;max-height:0;overflow:hidden">&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div>${html}<p>--<br>${name}</p>${quote}`;
    case 2:
      return `<style>p.MsoNormal{margin:0cm}</style><!-- Converted from text/rtf format -->${html.replaceAll('<p>', '<p class="MsoNormal">')}<p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Kind regards,<br>${name}</p>${quote}`;
    case 3:
      return `${html}<p>Sent from my iPhone</p>${quote}`;
    case 4:
      return `<table role="presentation"><tbody><tr><td>${html}</td></tr></tbody></table><p><b>${name}</b><br><span style="color:#999999">${escapeHtml(author.email)}</span></p><img src="https://mail.fernhill.example/o/1.gif" width="1" height="1" alt="">${quote}`;
    default:
      return `${html}${random.chance(0.5) ? `<p>Best,<br>${name}</p>` : ''}${quote}`;
  }
}

function quoteOf({ author, body }: Quoted): string {
  return `<div class="gmail_quote"><p>On an earlier day, ${escapeHtml(author.name ?? author.email)} &lt;${author.email}&gt; wrote:</p><blockquote>${body}</blockquote></div>`;
}
