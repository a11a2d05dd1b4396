// A decorator of the team's own looks whether a guard left a session on the request, under a name that a constant holds.
import {
  type CanActivate,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Get,
  Injectable,
  Module,
  Param,
  Patch,
  UnauthorizedException,
  UseGuards,
} from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";
import { betterAuth } from "better-auth";

const prisma = new PrismaClient();
const auth = betterAuth({ emailAndPassword: { enabled: true } });
const SESSION = "authSession";

const CurrentUser = createParamDecorator((part: "user" | "session" | undefined, context: ExecutionContext) => {
  const session = context.switchToHttp().getRequest()[SESSION];
  if (!session) return null;
  if (part === "session") return session;
  return session.user;
});

@Injectable()
class SessionGuard implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const session = await auth.api.getSession({ headers: request.headers });
    if (!session) throw new UnauthorizedException();
    request[SESSION] = { user: { ...session.user, roles: ["guest"] }, session: session.session };
    return true;
  }
}

@Controller("reviews")
@UseGuards(SessionGuard)
class ReviewsController {
  @Get()
  list(@CurrentUser() user: { id: string }) {
    return prisma.review.findMany({ where: { userId: user.id } });
  }

  @Patch(":id")
  async change(@Param("id") id: string, @CurrentUser() user: { id: string } | null) {
    const review = await prisma.review.findUnique({ where: { id } });
    if (!review) throw new Error("gone");
    if (review.userId !== user?.id) throw new Error("not yours");
    await prisma.review.update({ where: { id }, data: { text: "changed" } }); // silent: it was compared with the caller
  }

  @Patch(":id/hide")
  async hide(@Param("id") id: string) {
    await prisma.review.update({ where: { id }, data: { text: "hidden" } }); // expect: unowned-object
  }
}

@Module({ controllers: [ReviewsController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
