// Who may call is said by the method, by the route, or by the interface for all of them.

// file: lib/stack.ts
import * as path from "node:path";
import * as cdk from "aws-cdk-lib";
import * as apigateway from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpNoneAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
export class Stack extends cdk.Stack {
  constructor(scope, id) {
    super(scope, id);
    const add = new NodejsFunction(this, "add", { entry: path.join(__dirname, "../src/add.ts") });
    const tides = new NodejsFunction(this, "tides", { entry: path.join(__dirname, "../src/tides.ts") });
    const drop = new NodejsFunction(this, "drop", { entry: path.join(__dirname, "../src/drop.ts") });
    const crane = new NodejsFunction(this, "crane", { entry: path.join(__dirname, "../src/crane.ts") });
    const health = new NodejsFunction(this, "health", { entry: path.join(__dirname, "../src/health.ts") });
    const pool = new apigateway.CognitoUserPoolsAuthorizer(this, "pool", { cognitoUserPools: [] });
    const api = new apigateway.RestApi(this, "api");
    api.root.addResource("docks").addMethod("POST", new apigateway.LambdaIntegration(add), { authorizer: pool });
    api.root.addResource("tides").addMethod("GET", new apigateway.LambdaIntegration(tides));
    const options = { authorizationType: apigateway.AuthorizationType.IAM };
    const inner = new apigateway.RestApi(this, "inner", { defaultMethodOptions: options });
    inner.root.addResource("pumps").addMethod("DELETE", new apigateway.LambdaIntegration(drop));
    const http = new HttpApi(this, "http", { defaultAuthorizer: pool });
    http.addRoutes({ path: "/cranes", methods: [HttpMethod.PUT], integration: new HttpLambdaIntegration("C", crane) });
    const open = { integration: new HttpLambdaIntegration("H", health), authorizer: new HttpNoneAuthorizer() };
    http.addRoutes({ path: "/health", methods: [HttpMethod.GET], ...open });
  }
}
// file: src/add.ts
export const handler = async () => ({ statusCode: 201 }); // entry: POST /docks // guard: authentication authorizer
// file: src/tides.ts
export const handler = async () => ({ statusCode: 200 }); // entry: GET /tides
// file: src/drop.ts
export const handler = async () => ({ statusCode: 204 }); // entry: DELETE /pumps // guard: authentication authorizer
// file: src/crane.ts
export const handler = async () => ({ statusCode: 200 }); // entry: PUT /cranes // guard: authentication authorizer
// file: src/health.ts
export const handler = async () => ({ statusCode: 200 }); // entry: GET /health
