/** What people call tables of what they write to each other. */

/** What is said, or where: `chat_messages`, `inbox`. */
export function isTalk(name: string): boolean {
  return TALK.test(name);
}

/** Where it is said, and who talks there: `team_chats`, `dialogs`. */
export function isConversation(name: string): boolean {
  return CONVERSATION.test(name);
}

const TALK = /^(?:chats?|chat_?(?:rooms?|messages?)|conversations?|direct_?messages?|inbox(?:es)?)$/i;
const CONVERSATION = /^(?:\w+_)?(?:chats?|chat_?rooms?|conversations?|dialogs?|direct_?messages?|inbox(?:es)?)$/i;
