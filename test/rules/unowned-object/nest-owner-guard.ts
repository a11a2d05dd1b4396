import { type CanActivate, Controller, Delete, type ExecutionContext, Injectable, Param, UseGuards } from "@nestjs/common";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Injectable()
export class SignedInGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    return context.switchToHttp().getRequest().user !== undefined;
  }
}

@Injectable()
export class AlbumOwnerGuard implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const { albumId } = request.params;
    const album = await prisma.album.findUnique({ where: { id: albumId } });
    if (!album) return false;
    return album.creatorId === request.user.id;
  }
}

@Controller("albums")
@UseGuards(SignedInGuard)
export class AlbumController {
  @Delete(":albumId")
  @UseGuards(AlbumOwnerGuard)
  async remove(@Param("albumId") id: string) {
    await prisma.album.delete({ where: { id } }); // silent: the guard compared the owner of this very id
  }

  @Delete(":albumId/cover")
  async removeCover(@Param("albumId") id: string) {
    await prisma.album.update({ where: { id }, data: { cover: null } }); // expect: unowned-object
  }
}

// file: schema.prisma
model Album {
  id        String  @id
  creatorId String
  cover     String?
}
