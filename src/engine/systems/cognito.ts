// https://github.com/awslabs/aws-jwt-verify · https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_Operations.html
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { awsCommand } from "./reading/aws-command.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "Amazon Cognito",
  category: "auth",
  packages: ["@aws-sdk/client-cognito-identity-provider", "aws-jwt-verify"],
  clients: ["new CognitoIdentityProviderClient()", "new CognitoIdentityProvider()"],
  calls: { "*": command },
  guards: {
    "CognitoJwtVerifier|JwtVerifier|JwtRsaVerifier.create().verify()|verifySync()": {
      kind: "authentication",
      how: "throws",
    },
  },
});

function command(call: CallView): CallDefinition | undefined {
  const { name, input } = awsCommand(call) ?? { name: undefined, input: undefined };
  if (name === undefined) return undefined;
  const common = { target: "=users", ...(input && { data: input }) } as const;
  // A user of the same name is refused.
  if (/^(?:AdminCreateUser|SignUp|CreateGroup)$/.test(name)) {
    const user = field(input, "Username");
    return { access: "write", operation: "upsert", ...common, conflict: ["username"], ...(user && { where: user }) };
  }
  if (/^(?:Get|List|Describe|AdminGet|AdminList)/.test(name)) return { access: "read", target: "=users" };
  if (/Delete|Remove/.test(name)) return { access: "write", operation: "delete", ...common };
  if (/Update|Set|Enable|Disable|Add|Confirm/.test(name)) return { access: "write", operation: "set", ...common };
  return { access: "call", target: "=users" };
}
