using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Opbx.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Recordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SettlesAt",
                table: "Calls",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Recordings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PbxId = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Token = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Extension = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Extensions = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    To = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Words = table.Column<string>(type: "character varying(186)", maxLength: 186, nullable: false),
                    CallerName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    Seconds = table.Column<int>(type: "integer", nullable: true),
                    HeardAt = table.Column<long>(type: "bigint", nullable: true),
                    SourceUrl = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<long>(type: "bigint", nullable: true),
                    Fault = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    MailTo = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    MailTries = table.Column<int>(type: "integer", nullable: false),
                    NextMailAt = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recordings", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_SettlesAt",
                table: "Calls",
                column: "SettlesAt");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_CallId",
                table: "Recordings",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_NextMailAt",
                table: "Recordings",
                column: "NextMailAt");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_NextTryAt",
                table: "Recordings",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_PbxId_Kind_RecordedAt",
                table: "Recordings",
                columns: new[] { "PbxId", "Kind", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_RecordedAt",
                table: "Recordings",
                column: "RecordedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_State_Bytes",
                table: "Recordings",
                columns: new[] { "State", "Bytes" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Recordings");

            migrationBuilder.DropIndex(
                name: "IX_Calls_SettlesAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "SettlesAt",
                table: "Calls");
        }
    }
}
