-- Who reads which rows is told in kit: whoever has a reason on record, and the agency's own work.
CALL protect_people('internship', 'coalesce(internship.student_id, internship.id)');
