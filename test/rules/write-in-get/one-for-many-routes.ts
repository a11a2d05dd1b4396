// One function serves several routes, and asks which one it is: what it does for others is no GET's.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html

// file: lib/stack.ts
import * as path from "node:path";
import * as cdk from "aws-cdk-lib";
import { HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
export class Stack extends cdk.Stack {
  constructor(scope, id) {
    super(scope, id);
    const orders = new NodejsFunction(this, "orders", { entry: path.join(__dirname, "../src/orders.ts") });
    const tests = new NodejsFunction(this, "tests", { entry: path.join(__dirname, "../src/tests.ts") });
    const keyed = new NodejsFunction(this, "keyed", { entry: path.join(__dirname, "../src/keyed.ts") });
    const http = new HttpApi(this, "http");
    const integration = new HttpLambdaIntegration("orders", orders);
    http.addRoutes({ path: "/orders", methods: [HttpMethod.GET, HttpMethod.POST], integration });
    http.addRoutes({ path: "/orders/touch", methods: [HttpMethod.GET], integration });
    http.addRoutes({ path: "/orders/clear", methods: [HttpMethod.POST], integration });
    const byTest = new HttpLambdaIntegration("tests", tests);
    http.addRoutes({ path: "/tests", methods: [HttpMethod.GET], integration: byTest });
    http.addRoutes({ path: "/tests/clear", methods: [HttpMethod.POST], integration: byTest });
    const byKey = new HttpLambdaIntegration("keyed", keyed);
    http.addRoutes({ path: "/lines/{id}", methods: [HttpMethod.GET, HttpMethod.DELETE], integration: byKey });
  }
}
// file: src/orders.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const handler = async (event) => {
  const path = event.rawPath || event.path;
  const method = event.requestContext?.http?.method || event.httpMethod;
  switch (path) {
    case "/orders":
      if (method === "POST") return add(event);
      if (method === "GET") return { statusCode: 200, body: JSON.stringify(await prisma.order.findMany()) };
      break;
    case "/orders/touch":
      await prisma.order.updateMany({ data: { state: JSON.parse(event.body).state } }); // expect: write-in-get
      break;
    case "/orders/clear":
      await prisma.order.deleteMany();
      break;
  }
  return { statusCode: 404 };
};

async function add(event) {
  await prisma.order.create({ data: { size: JSON.parse(event.body).size } }); // expect: unguarded-create
  return { statusCode: 201 };
}
// file: src/keyed.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const handler = async (event) => {
  switch (event.routeKey) {
    case "GET /lines/{id}":
      return { statusCode: 200, body: JSON.stringify(await prisma.line.findUnique({ where: { id: event.pathParameters.id } })) };
    case "DELETE /lines/{id}":
      await prisma.line.delete({ where: { id: event.pathParameters.id } });
      return { statusCode: 204 };
  }
  return { statusCode: 404 };
};
// file: src/tests.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const handler = async (event) => {
  const { path, requestContext } = event;
  const route = path || requestContext?.http?.path;
  switch (true) {
    case requestContext?.http?.method === "GET" && route === "/tests":
      return { statusCode: 200, body: JSON.stringify(await prisma.line.findMany()) };
    case route === "/tests/clear":
      await prisma.line.deleteMany();
      return { statusCode: 204 };
  }
  return { statusCode: 404 };
};
