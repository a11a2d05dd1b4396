import { Body, Controller, Module, Post } from "@nestjs/common";
import { MailerService } from "@nestjs-modules/mailer";

@Controller("mails")
export class MailsController {
  constructor(private readonly mailer: MailerService) {}

  @Post()
  async send(@Body() mail: { to: string }) {
    await this.mailer.sendMail({ to: mail.to, subject: "Hello" }); // effect: call smtp, send
  }
}

@Module({ controllers: [MailsController] })
export class AppModule {}
