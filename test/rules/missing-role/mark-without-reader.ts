import { CanActivate, Controller, Delete, ForbiddenException, Injectable, Module, NotFoundException, Param, Patch, SetMetadata, UseGuards } from "@nestjs/common";
import { NestFactory, Reflector } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const Roles = (...names: string[]) => SetMetadata("roles", names);

@Injectable()
class ShopGuard implements CanActivate {
  async canActivate(context) {
    const request = context.switchToHttp().getRequest();
    const post = await prisma.post.findFirst({ where: { personId: request.user.id, shopId: request.params.shopId } });
    if (!post) throw new NotFoundException();
    request.post = post;
    return true;
  }
}

@Injectable()
class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context) {
    const wanted = this.reflector.get("roles", context.getHandler());
    if (wanted && !wanted.includes(context.switchToHttp().getRequest().post.role)) throw new ForbiddenException();
    return true;
  }
}

@Controller("shops/:shopId/posts")
@UseGuards(AuthGuard("jwt"), ShopGuard)
class PostsController {
  @Delete(":id")
  @UseGuards(RolesGuard)
  @Roles("owner")
  remove(@Param("id") id: string, @Param("shopId") shopId: string) { // silent: the guard stands ahead of it
    return prisma.post.deleteMany({ where: { id, shopId } });
  }

  @Patch(":id/shift")
  @Roles("owner")
  shift(@Param("id") id: string, @Param("shopId") shopId: string) { // expect: missing-role
    return prisma.post.updateMany({ where: { id, shopId }, data: { shift: "late" } });
  }
}

@Module({ controllers: [PostsController] })
class AppModule {}

NestFactory.create(AppModule).then((app) => app.listen(3000));
