using Opbx.Core.Document;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.Prompts;

namespace Opbx.Tests.Support.Data;

/// <summary>Menus and business hours of the seeded company.</summary>
internal static class SeededRouting
{
    private static readonly IReadOnlyList<string> Day = ["08:30-12:30", "13:30-17:00"];

    /// <summary>Two menus that lead to each other, one of them with many options.</summary>
    public static IReadOnlyList<IvrMenu> Menus =>
    [
        new IvrMenu
        {
            Name = "Reception menu",
            Prompt = new PromptValue { Say = "Welcome to Acme Dental. For appointments, press 1. For billing, press 2. If you know the extension, dial it now. To hear this again, press star." },
            DirectDial = true,
            Options =
            [
                new IvrOption { Digits = "1", Label = "Appointments", Destination = new IvrDestination { Name = "Appointments" } },
                new IvrOption { Digits = "2", Label = "Billing, insurance and questions about statements", Destination = new RingGroupDestination { Name = "Front desk" } },
                new IvrOption { Digits = "3", Label = "London", Destination = new AnnouncementDestination { Prompt = new PromptValue { Say = "One moment." }, Then = new ExtensionDestination { Number = "1003" } } },
                new IvrOption { Digits = "0", Label = "Front desk", Destination = new ExtensionDestination { Number = "1001" } },
                new IvrOption { Digits = "*", Destination = new IvrDestination { Name = "Reception menu" } },
                new IvrOption { Digits = "911", Label = "Emergencies", Destination = new ExternalDestination { Number = "+12025550143" } },
            ],
            NoInput = new RingGroupDestination { Name = "Front desk" },
            Fallback = new VoicemailDestination { Extension = "1001" },
        },
        new IvrMenu
        {
            Name = "Appointments",
            Prompt = new PromptValue { Say = "To book, press 1. To cancel, press 2." },
            Options =
            [
                new IvrOption { Digits = "1", Label = "Book", Destination = new ExtensionDestination { Number = "1002" } },
                new IvrOption { Digits = "2", Label = "Cancel", Destination = new VoicemailDestination { Extension = "1002" } },
                new IvrOption { Digits = "9", Label = "Back", Destination = new IvrDestination { Name = "Reception menu" } },
            ],
        },
    ];

    /// <summary>An office with holidays, a bar across midnight that is closed by hand, and a line that is always open.</summary>
    public static IReadOnlyList<BusinessHoursSchedule> Hours =>
    [
        new BusinessHoursSchedule
        {
            Name = "Office",
            Week = new WeekHours { Mon = Day, Tue = Day, Wed = Day, Thu = Day, Fri = ["08:30-13:00"] },
            Exceptions =
            [
                new HoursException { Name = "New Year's Day", Yearly = "01-01", Closed = true },
                new HoursException { Name = "Independence Day", Yearly = "07-04", Closed = true },
                new HoursException { Name = "Christmas Day", Yearly = "12-25", Closed = true, Prompt = new PromptValue { Say = "Merry Christmas." } },
                new HoursException { Name = "Christmas Eve", Yearly = "12-24", Hours = ["09:00-12:00"] },
                new HoursException { Name = "Training of the whole team, with everybody from the second office", Date = "2199-03-12", ClosedFrom = "10:00", ClosedTo = "15:00", Destination = new VoicemailDestination { Extension = "1001" } },
                new HoursException { Name = "Moving day", Date = "2020-05-02", Closed = true },
            ],
            Open = new IvrDestination { Name = "Main menu" },
            Closed = new VoicemailDestination { Extension = "1001" },
        },
        new BusinessHoursSchedule
        {
            Name = "Bar of the clubhouse, open late on weekends",
            TimeZone = "Europe/London",
            Week = new WeekHours { Thu = ["18:00-24:00"], Fri = ["18:00-02:30"], Sat = ["12:00-15:15", "18:00-02:30"], Sun = ["12:00-21:00"] },
            Open = new RingGroupDestination { Name = "Front desk" },
            Override = new HoursOverride { State = HoursState.Closed, Destination = new HangupDestination { Say = "The bar is being painted." } },
        },
        new BusinessHoursSchedule
        {
            Name = "Hotline",
            Week = new WeekHours { Mon = ["00:00-24:00"], Tue = ["00:00-24:00"], Wed = ["00:00-24:00"], Thu = ["00:00-24:00"], Fri = ["00:00-24:00"], Sat = ["00:00-24:00"], Sun = ["00:00-24:00"] },
            Open = new ExtensionDestination { Number = "1003" },
        },
    ];
}
