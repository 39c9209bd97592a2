using Opbx.Core.Organizations;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Setup;

/// <summary>The first page of an empty installation: organization, owner and phone system.</summary>
public sealed partial class SetupPage
{
    private readonly FormContext _context = new();
    private Failure? _failure;

    /// <summary>Proves that the visitor has seen the console; see <see cref="SetupLink"/>.</summary>
    [SupplyParameterFromQuery] public string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "setup")] private SetupForm Form { get; set; } = default!;
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private SetupLink Link { get; set; } = default!;
    [Inject] private SetupEditor Editor { get; set; } = default!;
    [Inject] private SignInFlow Flow { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        Form ??= new SetupForm();
        if (!Link.IsNeeded) Navigation.NavigateTo(Paths.Home);
    }

    private async Task CreateAsync()
    {
        var input = new SetupInput(Form.Organization, Form.OwnerName, Form.OwnerEmail, Form.Password, Form.TimeZone, Form.Country,
            string.IsNullOrWhiteSpace(Form.PbxName) ? null : Form.PbxName);
        var made = await Editor.CreateAsync(Token, input, Context.RequestAborted);
        _failure = made.Failure;
        _context.Show(made.Failure?.Errors);
        if (!made.Ok) return;
        await Flow.SignInAsync(made.Value.OwnerId, Context.RequestAborted);
        Navigation.NavigateTo(Paths.Connect);
    }

    internal sealed class SetupForm
    {
        public string? Organization { get; set; }

        /// <summary>IANA time zone.</summary>
        public string? TimeZone { get; set; }

        public string? OwnerName { get; set; }
        public string? OwnerEmail { get; set; }
        public string? Password { get; set; }
        public string? PbxName { get; set; }

        /// <summary>Two-letter code.</summary>
        public string? Country { get; set; }
    }
}
