/** The text of `idempotent.ts` in a Nest project. https://docs.nestjs.com/exception-filters */
import { valueText } from "./value.ts";

const ERRORS = { 400: "BadRequestException", 409: "ConflictException", 422: "UnprocessableEntityException" } as const;

export const nestText = valueText({
  import: [`{ ${Object.values(ERRORS).join(", ")} }`, "@nestjs/common"],
  error: (status, message) => `new ${ERRORS[status]}(${message})`,
});
