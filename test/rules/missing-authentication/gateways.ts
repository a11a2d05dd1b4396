// A gateway of Nest knows who sends by its guards, or by whom it lets connect.
import { Controller, Get, Req, UseGuards } from "@nestjs/common";
import { AuthGuard } from "@nestjs/passport";
import { JwtService } from "@nestjs/jwt";
import { MessageBody, SubscribeMessage, WebSocketGateway } from "@nestjs/websockets";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Controller("me")
@UseGuards(AuthGuard("jwt"))
export class MeController {
  @Get()
  me(@Req() req) {
    return req.user;
  }
}

@WebSocketGateway({ namespace: "chat" })
export class ChatGateway {
  handleConnection(client) {
    console.log(client.id);
  }

  @SubscribeMessage("send")
  async send(@MessageBody() data: { senderId: string; text: string }) { // expect: missing-authentication
    return prisma.message.create({ data: { senderId: data.senderId, text: data.text } });
  }
}

@WebSocketGateway({ namespace: "notes" })
export class NotesGateway {
  constructor(private readonly jwt: JwtService) {}

  async handleConnection(client) {
    try {
      client.data.user = await this.jwt.verifyAsync(client.handshake.auth.token);
    } catch {
      client.disconnect();
    }
  }

  @SubscribeMessage("note")
  async note(@MessageBody() data: { text: string }) { // silent: whoever connects shows a token
    return prisma.note.create({ data: { text: data.text } });
  }
}
