import { type CanActivate, Body, Controller, Delete, type ExecutionContext, ForbiddenException, Get, Injectable, Param, Patch, Req, SetMetadata, UseGuards } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const RequirePermission = (resource: string, action: string) => SetMetadata("permission", { resource, action });

/** Who is a member of what the address names; where it names neither, being signed in is enough. */
@Injectable()
export class MembershipGuard implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    if (!request.user) return false;
    const roomId = request.params.roomId || request.params.room;
    const houseId = request.params.houseId;
    if (roomId) {
      const guest = await prisma.roomMember.findFirst({ where: { roomId, userId: request.user.id } });
      if (!guest) throw new ForbiddenException();
      request.rights = guest.rights;
      return true;
    }
    if (houseId) {
      const owner = await prisma.houseMember.findFirst({ where: { houseId, userId: request.user.id } });
      if (!owner) throw new ForbiddenException();
      request.rights = owner.rights;
      return true;
    }
    return true;
  }
}

/** What a decorator asks for is an object. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext) {
    const wanted = this.reflector.getAllAndOverride("permission", [context.getHandler(), context.getClass()]);
    if (!wanted) return true;
    const { rights } = context.switchToHttp().getRequest();
    if (!rights) throw new ForbiddenException();
    if (rights.includes("everything")) return true;
    if (rights.includes(`${wanted.resource}.${wanted.action}`)) return true;
    throw new ForbiddenException();
  }
}

@Controller()
@UseGuards(MembershipGuard, PermissionGuard)
export class RoomController {
  @Get("rooms/:roomId/guests")
  @RequirePermission("guests", "read")
  guests(@Param("roomId") roomId: string) {
    return prisma.roomMember.findMany({ where: { roomId } }); // silent: the guard looked for the caller in this very room
  }

  @Delete("rooms/:roomId/notes/:noteId")
  @RequirePermission("notes", "delete")
  removeNote(@Param("noteId") id: string) {
    return prisma.note.delete({ where: { id } }); // expect: unowned-object
  }

  @Delete("rooms/:roomId/own-notes/:noteId")
  removeOwnNote(@Param("noteId") id: string, @Req() request: any) {
    return prisma.note.deleteMany({ where: { id, userId: request.user.id } }); // silent: the caller's own
  }

  @Patch("houses/:houseId/name")
  @RequirePermission("houses", "change")
  rename(@Param("houseId") id: string, @Body("name") name: string) {
    return prisma.house.update({ where: { id }, data: { name } }); // silent: a member of this very house
  }

  @Patch("notes/:noteId/text")
  change(@Param("noteId") id: string, @Body("text") text: string) {
    return prisma.note.update({ where: { id }, data: { text } }); // expect: unowned-object
  }
}

// file: schema.prisma
model Note {
  id     String @id
  userId String
  roomId String
  text   String
}

model RoomMember {
  id     String @id
  roomId String
  userId String
  rights String[]
}

model House {
  id   String @id
  name String
}

model HouseMember {
  id      String @id
  houseId String
  userId  String
  rights  String[]
}
