// An interceptor that asks only where a decorator says so asks nothing of the other routes.
import { type CallHandler, Controller, Delete, ExecutionContext, HttpException, Injectable, Module, type NestInterceptor, Param, UnauthorizedException } from "@nestjs/common";
import { APP_INTERCEPTOR, NestFactory, Reflector } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";
import { includes } from "./plans.gen";

const Paid = Reflector.createDecorator<string>();

@Injectable()
class PaidInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const plan = this.reflector.getAllAndOverride(Paid, [context.getHandler(), context.getClass()]);
    if (plan === undefined) return next.handle();
    const { user } = context.switchToHttp().getRequest();
    if (!user) throw new UnauthorizedException();
    if (!(await includes(user, plan))) throw new HttpException("Payment required", 402);
    return next.handle();
  }
}

@Controller("decks")
class DecksController {
  constructor(private readonly db: PrismaClient) {}

  @Delete(":id")
  remove(@Param("id") id: string) { // expect: missing-authentication
    return this.db.deck.delete({ where: { id } });
  }

  @Paid("team")
  @Delete(":id/cards")
  clear(@Param("id") id: string) {
    return this.db.card.deleteMany({ where: { deckId: id } }); // silent: the interceptor asks here
  }
}

@Module({ controllers: [DecksController], providers: [PrismaClient, { provide: APP_INTERCEPTOR, useClass: PaidInterceptor }] })
class CardsModule {}

NestFactory.create(CardsModule).then((app) => app.listen(3000));
