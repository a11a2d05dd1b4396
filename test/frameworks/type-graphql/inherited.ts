// file: src/base.ts
import { Authorized, type ClassType, Mutation, Query, Resolver } from "type-graphql";

export function createBase(name: string, Entity: ClassType) {
  @Resolver({ isAbstract: true })
  class Base {
    @Query(() => [Entity], { name: `${name}s` })
    all() { // entry: QUERY tags // entry: QUERY notes
      return [];
    }

    @Authorized("admin")
    @Mutation(() => Boolean, { name: `${name}Remove` })
    remove() { // entry: MUTATION tagRemove // entry: MUTATION noteRemove
      return true;
    }
  }
  return Base as any;
}

export function createListed(name: string, Entity: ClassType) {
  @Resolver()
  class Listed {
    @Query(() => [Entity], { name: `${name}List` })
    list() { // entry: QUERY authorList
      return [];
    }
  }
  return Listed;
}

// file: src/index.ts
import { buildSchema, Query, Resolver } from "type-graphql";
import { createBase, createListed } from "./base.js";

class Tag {}
class Note {}
class Author {}

@Resolver()
export class TagResolver extends createBase("tag", Tag) {
  @Query(() => Tag)
  tag() { // entry: QUERY tag
    return new Tag();
  }
}

@Resolver(() => Note)
export class NoteResolver extends createBase("note", Note) {}

await buildSchema({ resolvers: [TagResolver, NoteResolver, createListed("author", Author)] });
