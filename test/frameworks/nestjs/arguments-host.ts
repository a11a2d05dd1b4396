// One helper finds the request of every kind of call, for guards and for filters.
import { ArgumentsHost, CanActivate, Controller, Delete, ExecutionContext, Injectable, Module, UnauthorizedException } from "@nestjs/common";
import { APP_GUARD, NestFactory } from "@nestjs/core";
import { GqlArgumentsHost, Mutation, Resolver } from "@nestjs/graphql";

function requestOf(host: ArgumentsHost) {
  switch (host.getType<string>()) {
    case "graphql": {
      const context = GqlArgumentsHost.create(host).getContext<{ req: any }>();
      return { req: context.req, res: context.req.res };
    }
    case "http":
      return { req: host.switchToHttp().getRequest(), res: host.switchToHttp().getResponse() };
    case "ws":
      return { req: host.switchToWs().getClient().client.conn.request };
  }
}

@Injectable()
class TicketGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const { req } = requestOf(context) as any;
    if (!req.session.user) throw new UnauthorizedException(); // guard: authentication TicketGuard
    return true;
  }
}

@Controller("seats")
class SeatsController {
  @Delete()
  clear() {} // entry: DELETE /seats
}

@Resolver()
class SeatsResolver {
  @Mutation()
  clearSeats() {} // entry: MUTATION clearSeats
}

@Module({
  controllers: [SeatsController],
  providers: [SeatsResolver, { provide: APP_GUARD, useClass: TicketGuard }],
})
class TheatreModule {}

NestFactory.create(TheatreModule).then((app) => app.listen(3000));
