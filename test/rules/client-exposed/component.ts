// file: app/pay.tsx
"use client";
const key = "«sk_|live_|24»"; // expect: client-exposed
export const Pay = () => <button>{key.length}</button>; // silent: nothing of the value
