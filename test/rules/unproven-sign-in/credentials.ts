// What `authorize` gives back is signed in.

// file: package.json
{ "name": "ferries", "dependencies": { "next": "14", "next-auth": "4", "@prisma/client": "6", "bcryptjs": "3" } }
// file: src/app/api/auth/[...nextauth]/route.ts
import NextAuth from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { PrismaClient } from "@prisma/client";
import bcrypt from "bcryptjs";

const prisma = new PrismaClient({ log: process.env.NODE_ENV === "development" ? ["query"] : [] });

const handler = NextAuth({
  providers: [
    CredentialsProvider({
      id: "forgotten-answer",
      credentials: { email: {}, password: {} },
      async authorize(credentials: any) { // expect: unproven-sign-in
        try {
          const sailor = await prisma.sailor.findFirst({ where: { email: credentials.email } });
          if (sailor) {
            const same = await bcrypt.compare(credentials.password, sailor.password);
            if (same !== undefined) return { id: sailor.id, email: sailor.email };
          }
        } catch (error: any) {
          throw new Error(error);
        }
        return null;
      },
    }),
    CredentialsProvider({
      id: "compared",
      credentials: { email: {}, password: {} },
      async authorize(credentials: any) { // silent: the password is compared
        const sailor = await prisma.sailor.findFirst({ where: { email: credentials.email } });
        if (sailor && (await bcrypt.compare(credentials.password, sailor.password))) return { id: sailor.id };
        return null;
      },
    }),
    CredentialsProvider({
      id: "link",
      credentials: { token: {} },
      async authorize(credentials: any) { // silent: found by a token
        return await prisma.sailor.findFirst({ where: { loginToken: credentials.token } });
      },
    }),
    CredentialsProvider({
      id: "guest",
      credentials: { name: {} },
      async authorize(credentials: any) { // silent: the row is made here
        return await prisma.sailor.create({ data: { name: credentials.name } });
      },
    }),
    CredentialsProvider({
      id: "told-which",
      credentials: { email: {}, password: {} },
      async authorize(credentials: any) { // silent: only that there is one is told to nobody
        const sailor = await prisma.sailor.findFirst({ where: { email: credentials.email } });
        return sailor ? null : null;
      },
    }),
  ],
});

export { handler as GET, handler as POST };
