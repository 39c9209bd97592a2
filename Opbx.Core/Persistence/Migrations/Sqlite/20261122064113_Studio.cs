using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Opbx.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Studio : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WebhookDeliveries_Pending",
                table: "WebhookDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_FromDigits_StartedAt",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_StartedAt_Token",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_ToDigits_StartedAt",
                table: "Calls");

            migrationBuilder.AddColumn<string>(
                name: "Timing",
                table: "DeliveryAttempts",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Groups",
                table: "Calls",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Place",
                table: "Calls",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "WaitSeconds",
                table: "Calls",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Calls",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "LastSignInAt",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DismissedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextMailAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MailTries = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReceiverRecords",
                columns: table => new
                {
                    IntegrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FailingSince = table.Column<long>(type: "INTEGER", nullable: false),
                    LastFailureAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Warned = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiverRecords", x => x.IntegrationId);
                });

            migrationBuilder.CreateTable(
                name: "ReportDispatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PbxId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Interval = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    First = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Last = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDispatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReportSchedules",
                columns: table => new
                {
                    PbxId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Interval = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Addresses = table.Column<string>(type: "TEXT", maxLength: 5100, nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSchedules", x => x.PbxId);
                });

            migrationBuilder.CreateTable(
                name: "UserChoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserChoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserChoices_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_Pending",
                table: "WebhookDeliveries",
                columns: new[] { "IntegrationId", "Kind", "Attempts", "Id", "DueAt", "LeaseUntil" },
                filter: "\"State\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_Direction_Place",
                table: "Calls",
                columns: new[] { "PbxId", "Direction", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_Disposition_Place",
                table: "Calls",
                columns: new[] { "PbxId", "Disposition", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_Place",
                table: "Calls",
                columns: new[] { "PbxId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Place",
                table: "Calls",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_CallEvents_WithBody",
                table: "CallEvents",
                column: "ReceivedAt",
                filter: "\"Body\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_NextMailAt",
                table: "Notices",
                column: "NextMailAt",
                filter: "\"NextMailAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_OrganizationId_Key",
                table: "Notices",
                columns: new[] { "OrganizationId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportDispatches_NextTryAt",
                table: "ReportDispatches",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReportDispatches_PbxId_Interval_First",
                table: "ReportDispatches",
                columns: new[] { "PbxId", "Interval", "First" });

            migrationBuilder.CreateIndex(
                name: "IX_UserChoices_UserId_Place",
                table: "UserChoices",
                columns: new[] { "UserId", "Place" },
                unique: true);

            migrationBuilder.Sql("""
                UPDATE "Calls" SET "Place" = ("StartedAt" << 16) | (rowid & 65535), "Words" = "FromDigits" || ' ' || "ToDigits" || ' ' || "Extensions" || ' ' || "From" || ' ' || "To";
                """);

            // Every three letters of the words, without their positions; the rows' numbers are the calls' places. What is deleted is overwritten.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE "CallSearch" USING fts5("Words", content='Calls', content_rowid='Place', tokenize='trigram', detail='none', columnsize=0);
                INSERT INTO "CallSearch"("CallSearch", rank) VALUES ('secure-delete', 1);
                INSERT INTO "CallSearch"("CallSearch") VALUES ('rebuild');
                CREATE TRIGGER "CallSearchInsert" AFTER INSERT ON "Calls" BEGIN
                    INSERT INTO "CallSearch"(rowid, "Words") VALUES (new."Place", new."Words");
                END;
                CREATE TRIGGER "CallSearchDelete" AFTER DELETE ON "Calls" BEGIN
                    INSERT INTO "CallSearch"("CallSearch", rowid, "Words") VALUES ('delete', old."Place", old."Words");
                END;
                CREATE TRIGGER "CallSearchUpdate" AFTER UPDATE OF "Place", "Words" ON "Calls" WHEN old."Place" <> new."Place" OR old."Words" <> new."Words" BEGIN
                    INSERT INTO "CallSearch"("CallSearch", rowid, "Words") VALUES ('delete', old."Place", old."Words");
                    INSERT INTO "CallSearch"(rowid, "Words") VALUES (new."Place", new."Words");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "CallSearchInsert";
                DROP TRIGGER "CallSearchDelete";
                DROP TRIGGER "CallSearchUpdate";
                DROP TABLE "CallSearch";
                """);

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "ReceiverRecords");

            migrationBuilder.DropTable(
                name: "ReportDispatches");

            migrationBuilder.DropTable(
                name: "ReportSchedules");

            migrationBuilder.DropTable(
                name: "UserChoices");

            migrationBuilder.DropIndex(
                name: "IX_WebhookDeliveries_Pending",
                table: "WebhookDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_Direction_Place",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_Disposition_Place",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_PbxId_Place",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_Place",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_CallEvents_WithBody",
                table: "CallEvents");

            migrationBuilder.DropColumn(
                name: "Timing",
                table: "DeliveryAttempts");

            migrationBuilder.DropColumn(
                name: "Groups",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "WaitSeconds",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "LastSignInAt",
                table: "AspNetUsers");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_Pending",
                table: "WebhookDeliveries",
                columns: new[] { "IntegrationId", "Id", "DueAt", "Attempts", "LeaseUntil" },
                filter: "\"State\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_FromDigits_StartedAt",
                table: "Calls",
                columns: new[] { "PbxId", "FromDigits", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_StartedAt_Token",
                table: "Calls",
                columns: new[] { "PbxId", "StartedAt", "Token" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PbxId_ToDigits_StartedAt",
                table: "Calls",
                columns: new[] { "PbxId", "ToDigits", "StartedAt" });
        }
    }
}
