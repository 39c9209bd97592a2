using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Audit;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Calls.Voicemail;
using Opbx.Core.Cloudonix;
using Opbx.Core.Configuration;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Integrations;
using Opbx.Core.Mail;
using Opbx.Core.Notices;
using Opbx.Core.Organizations;
using Opbx.Core.Persistence;
using Opbx.Core.Plans;
using Opbx.Core.Privacy;
using Opbx.Core.Prompts;
using Opbx.Core.Reports;
using Opbx.Core.Retention;
using Opbx.Core.Routing;
using Opbx.Core.Simulation;
using Opbx.Core.Users;
using Quartz;

namespace Opbx.Core;

/// <summary>The features of the core, floor by floor.</summary>
public static class OpbxCore
{
    public static IServiceCollection AddOpbxCore(this IServiceCollection services) => services
        .AddPersistence()
        .AddAudit()
        .AddMail()
        .AddNotices()
        .AddCallRouting()
        .AddPbxConfiguration()
        .AddScheduledChanges()
        .AddPrompts()
        .AddDialPlans()
        .AddIntegrations()
        .AddCloudonix()
        .AddSimulation()
        .AddCalls()
        .AddRecordings()
        .AddVoicemail()
        .AddUsers()
        .AddOrganizations()
        .AddReports()
        .AddRetention()
        .AddPrivacy();

    /// <summary>Schedules what every feature does by the clock.</summary>
    public static void AddOpbxJobs(this IQuartzBuilder jobs)
    {
        jobs.AddNoticeJobs();
        jobs.AddScheduledChangeJobs();
        jobs.AddPromptJobs();
        jobs.AddIntegrationJobs();
        jobs.AddCloudonixJobs();
        jobs.AddCallJobs();
        jobs.AddRecordingJobs();
        jobs.AddVoicemailJobs();
        jobs.AddOrganizationJobs();
        jobs.AddReportJobs();
        jobs.AddRetentionJobs();
    }
}
