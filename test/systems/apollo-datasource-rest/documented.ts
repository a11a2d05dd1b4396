// file: src/tides.ts
import { RESTDataSource } from "@apollo/datasource-rest";
export class TidesSource extends RESTDataSource {
  override baseURL = "https://tides.example.org/v2/";
  tides(harbour: string) {
    return this.get(`harbours/${harbour}/tides`); // effect: call tides.example.org /*/tides, read
  }
  async report(harbour: string, height: number) {
    return this.post(`harbours/${harbour}/reports`, { body: { height } }); // effect: call tides.example.org /*/reports, call
  }
}
// file: src/server.ts
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { TidesSource } from "./tides";
const resolvers = {
  Query: { tides: (_: unknown, { harbour }: { harbour: string }, { sources }: any) => sources.tides.tides(harbour) },
  Mutation: { report: (_: unknown, { harbour, height }: any, { sources }: any) => sources.tides.report(harbour, height) },
};
const server = new ApolloServer({ typeDefs: "", resolvers });
await startStandaloneServer(server, { context: async () => ({ sources: { tides: new TidesSource() } }) });
