/** What people call tables of which every row is one person's affair, whatever the service does with it. */

/** Nobody else is shown it: chats, addresses, prescriptions, and what somebody carries about. */
export function isPersonalTable(name: string): boolean {
  return PERSONAL.test(name) || CARRIED.test(name);
}

/** What goes with a person: their basket, their device. A row is put there for whomever it names. */
export function isCarried(name: string): boolean {
  return CARRIED.test(name);
}

const CARRIED = /(?:push|device|fcm)_?tokens?|cart|basket|wish_?list/i;
const PERSONAL =
  /chat|conversation|inbox|bank_?(?:details?|accounts?)|prescription|medical|health|notification|address(?:es)?$|support|complaint|dispute/i;
