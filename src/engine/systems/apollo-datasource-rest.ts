// https://www.apollographql.com/docs/apollo-server/data/fetching-rest
import { defineSystem } from "./define-system.ts";
import { type HttpClientShape, httpMethod } from "./reading/http-client.ts";

const shape: HttpClientShape = {
  data: -1,
  options: { withData: 1, without: 1 },
  dataFields: ["body"],
  base: (call) => call.own("baseURL"),
};

export default defineSystem({
  title: "Apollo REST data sources",
  category: "externalApi",
  packages: ["@apollo/datasource-rest", "apollo-datasource-rest"],
  clients: ["new RESTDataSource()"],
  calls: {
    "get|head|delete|post|put|patch": httpMethod(shape),
  },
});
