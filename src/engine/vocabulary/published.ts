/** What people call things that are for everybody to see: nobody has to ask who reads them. */

/** What people write for others to read: reviews, comments, posts. */
export function isWrittenForAll(table: string): boolean {
  return WRITTEN_FOR_ALL.test(table);
}

/** A column that marks a row as one for everybody: `is_public`, `publishedAt`. */
export function isPublishedMark(column: string): boolean {
  return MARK.test(column);
}

/** A state that marks it so: `status: "live"`. */
export function isPublishedState(state: string): boolean {
  return STATE.test(state);
}

/** Pages and pictures for visitors, by their address: `/share/:id`, `/logos/:id`. */
export function isPublishedPath(path: string): boolean {
  return PATH.test(path);
}

const WRITTEN_FOR_ALL =
  /(?:^|_|[a-z](?=[A-Z]))(?:reviews?|ratings?|comments?|testimonials?|posts?|articles?|blogs?|stor(?:y|ies)|questions?|answers?|repl(?:y|ies)|threads?|likes?|follow(?:er|ing)?s?|votes?)$|^(?:reviews?|ratings?|comments?)(?:_|[A-Z])/i;
const MARK = /public|published|shared|visible/i;
const STATE = /^(?:approved|published|public|live|listed)$/i;
const PATH =
  /(?:^|[/_.-])(?:shared?|public|published|p|embed|branding|logos?|avatars?|images?|og|opengraph|opengraph-image|thumbnails?|assets|feed|rss|sitemap)(?:[/_.-]|$)/i;
