// Decorators of the service's own that apply others, in statements as well as in what they return.
import { CanActivate, Controller, Delete, ExecutionContext, ForbiddenException, Get, Injectable, Module, SetMetadata, UseGuards } from "@nestjs/common";
import { NestFactory, Reflector } from "@nestjs/core";

@Injectable()
class BadgeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context: ExecutionContext) {
    const wanted = this.reflector.get<string>("badge", context.getHandler());
    const request = context.switchToHttp().getRequest();
    if (request.session.user.badge !== wanted) throw new ForbiddenException(); // guard: role BadgeGuard // guard: authentication BadgeGuard
    return true;
  }
}

const Badge = (name: string) => (target: any, key: string, descriptor: PropertyDescriptor) => {
  SetMetadata("badge", name)(target, key, descriptor);
  UseGuards(BadgeGuard)(target, key, descriptor);
};

const Noted = (name: string) => (target: any, key: string, descriptor: PropertyDescriptor) => {
  SetMetadata("note", name)(target, key, descriptor);
};

@Controller("vaults")
class VaultsController {
  @Badge("keeper")
  @Delete(":id")
  remove() {} // entry: DELETE /vaults/:id

  @Noted("for everybody")
  @Get()
  list() {} // entry: GET /vaults
}

@Module({ controllers: [VaultsController] })
class VaultModule {}

NestFactory.create(VaultModule).then((app) => app.listen(3000));
