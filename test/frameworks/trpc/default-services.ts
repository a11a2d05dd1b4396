// Services are given what they work with by defaults of their constructors.
import { PrismaClient } from "@prisma/client";
import { initTRPC } from "@trpc/server";

const client = new PrismaClient();

class Friends {
  constructor(private readonly prisma = client) {}
  add = (name: string) => this.prisma.friend.create({ data: { name } }); // effect: write database friend
}

class FriendService {
  constructor(private readonly friends = new Friends()) {}
  add(name: string) {
    return this.friends.add(name);
  }
}

const t = initTRPC.create();
const service = new FriendService();

export const router = t.router({
  addFriend: t.procedure.mutation(({ input }) => service.add(input)), // entry: MUTATION addFriend
});
